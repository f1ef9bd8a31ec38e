namespace Observe.Models;

/// <summary>
/// Finds what a name means that came out of a request or an answer. The rules, in this order; the first that answers counts:
/// <list type="number">
/// <item>A provider before a slash (<c>openai/gpt-4o</c>) is taken off and looked at first, unless one was given.</item>
/// <item>The name itself.</item>
/// <item>The longest part of the name that is known and ends at <c>-</c>, <c>:</c>, <c>@</c> or <c>.</c>: accepted when the rest is a
/// version, or when the source says that longer names mean the same model and the rest does not name another one. It decides alone:
/// a shorter part is not tried when it is refused, so that an unknown kind of gpt-4o-mini never costs what gpt-4o does.</item>
/// <item>The end of a resource name of Amazon or Google, a Bedrock name without its region, a fine-tuned name without its owner.</item>
/// <item>The providers whose models the given one resells.</item>
/// </list>
/// </summary>
internal static class NameMatching
{
    /// <summary>Writes a name as the catalogue has it, in lower case. False when the catalogue cannot have it.</summary>
    public static bool TryNormalize(ReadOnlySpan<char> model, Span<byte> buffer, out int length)
    {
        length = 0;
        model = model.Trim();
        if (model.IsEmpty || model.Length > buffer.Length)
        {
            return false;
        }

        foreach (char letter in model)
        {
            if (letter is <= ' ' or > '~')
            {
                return false;
            }

            buffer[length++] = (byte)(letter is >= 'A' and <= 'Z' ? letter | 0x20 : letter);
        }

        return true;
    }

    /// <summary>Finds a model.</summary>
    /// <param name="name">The name, in lower case.</param>
    /// <param name="provider">The provider, or <see cref="CatalogueNames.AnyProvider"/>.</param>
    public static CataloguedModel? Find(ReadOnlySpan<byte> name, int provider)
    {
        if (name.StartsWith("models/"u8))
        {
            name = name["models/".Length..];
        }

        if (provider == CatalogueNames.AnyProvider && PrefixOf(name, out int slash) is >= 0 and int named &&
            InProvider(name[(slash + 1)..], named) is { } ofPrefix)
        {
            return ofPrefix;
        }

        return InProvider(name, provider);
    }

    /// <summary>The provider that a name begins with, and where the slash is. -1 when there is none.</summary>
    public static int PrefixOf(ReadOnlySpan<byte> name, out int slash)
    {
        slash = name.IndexOf((byte)'/');
        return slash <= 0 ? -1 : CatalogueProviders.FindPrefix(name[..slash]);
    }

    private static CataloguedModel? InProvider(ReadOnlySpan<byte> name, int provider)
    {
        if ((Named(name, provider) ?? InPath(name, provider) ?? WithoutRegion(name, provider) ?? WithoutOwner(name, provider)) is { } model)
        {
            return model;
        }

        if (provider == CatalogueNames.AnyProvider)
        {
            return null;
        }

        ReadOnlySpan<byte> fallbacks = CatalogueProviders.FallbacksOf(provider);
        while (CatalogueProviders.Next(ref fallbacks) is { IsEmpty: false } fallback)
        {
            if (Named(name, CatalogueProviders.FindPrefix(fallback)) is { } resold)
            {
                return resold;
            }
        }

        return null;
    }

    private static CataloguedModel? Named(ReadOnlySpan<byte> name, int provider)
    {
        if (CatalogueNames.TryFind(name, provider, out CatalogueRecord record))
        {
            return CataloguePrices.Read(name, record);
        }

        for (int end = name.Length - 1; end > 0; end--)
        {
            if ((VersionSuffix.IsSeparator(name[end]) || VersionSuffix.IsSeparator(name[end - 1])) &&
                CatalogueNames.TryFind(name[..end], provider, out record))
            {
                ReadOnlySpan<byte> rest = name[end..];
                bool isSame = VersionSuffix.IsVersion(rest) || (record.IsPrefix && !VersionSuffix.IsOtherModel(rest));
                return isSame ? CataloguePrices.Read(name[..end], record) : null;
            }
        }

        return null;
    }

    /// <summary>
    /// <c>provider/name</c> where the provider was given besides, <c>publishers/google/models/name</c>,
    /// <c>arn:aws:bedrock:region:account:inference-profile/name</c>.
    /// </summary>
    private static CataloguedModel? InPath(ReadOnlySpan<byte> name, int provider)
    {
        int owner = name.StartsWith("arn:"u8) ? CatalogueProviders.Bedrock
            : name.StartsWith("publishers/"u8) || name.StartsWith("projects/"u8) ? CatalogueProviders.Vertex
            : -1;
        int last = name.LastIndexOf((byte)'/');
        if (owner >= 0 && last >= 0 && (provider == owner || provider == CatalogueNames.AnyProvider))
        {
            return InProvider(name[(last + 1)..], owner);
        }

        return provider != CatalogueNames.AnyProvider && PrefixOf(name, out int slash) == provider
            ? InProvider(name[(slash + 1)..], provider)
            : null;
    }

    /// <summary>The price of the model without a region, where that of the region is not known.</summary>
    private static CataloguedModel? WithoutRegion(ReadOnlySpan<byte> name, int provider)
    {
        if (provider != CatalogueNames.AnyProvider && provider != CatalogueProviders.Bedrock)
        {
            return null;
        }

        int point = name.IndexOf((byte)'.');
        ReadOnlySpan<byte> regions = "us eu apac jp au ca sa global us-gov"u8;
        while (point > 0 && CatalogueProviders.Next(ref regions) is { IsEmpty: false } region)
        {
            if (name[..point].SequenceEqual(region))
            {
                return Named(name[(point + 1)..], CatalogueProviders.Bedrock);
            }
        }

        return null;
    }

    /// <summary>A fine-tuned model of OpenAI is called <c>ft:base:organization:suffix:id</c>; what is behind the base has no price.</summary>
    private static CataloguedModel? WithoutOwner(ReadOnlySpan<byte> name, int provider)
    {
        if (!name.StartsWith("ft:"u8))
        {
            return null;
        }

        int colon = name[3..].IndexOf((byte)':');
        return colon > 0 ? Named(name[..(3 + colon)], provider) : null;
    }
}
