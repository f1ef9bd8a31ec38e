namespace Observe.Generators.Parsing;

/// <summary>The prefixes that services put before their tokens, as their documentation shows them.</summary>
internal static class TokenForms
{
    private static readonly TokenForm[] s_none = [];

    private static readonly TokenForm[] s_s =
    [
        new("sk-ant-", 24, "an API key of Anthropic"),
        new("sk-proj-", 24, "an API key of OpenAI"),
        new("sk-svcacct-", 24, "an API key of OpenAI"),
        new("sk-or-v1-", 24, "an API key of OpenRouter"),
        new("sk_live_", 16, "an API key of Stripe"),
        new("sk-", 32, "an API key"),
    ];

    private static readonly TokenForm[] s_g =
    [
        new("ghp_", 36, "a token of GitHub"),
        new("gho_", 36, "a token of GitHub"),
        new("ghu_", 36, "a token of GitHub"),
        new("ghs_", 36, "a token of GitHub"),
        new("ghr_", 36, "a token of GitHub"),
        new("github_pat_", 40, "a token of GitHub"),
        new("glpat-", 20, "a token of GitLab"),
        new("gsk_", 40, "an API key of Groq"),
    ];

    private static readonly TokenForm[] s_a =
    [
        new("AKIA", 16, "an access key of Amazon Web Services"),
        new("ASIA", 16, "an access key of Amazon Web Services"),
        new("AIza", 35, "an API key of Google"),
    ];

    private static readonly TokenForm[] s_x =
    [
        new("xoxa-", 20, "a token of Slack"),
        new("xoxb-", 20, "a token of Slack"),
        new("xoxp-", 20, "a token of Slack"),
        new("xoxs-", 20, "a token of Slack"),
        new("xapp-", 20, "a token of Slack"),
        new("xai-", 40, "an API key of xAI"),
    ];

    private static readonly TokenForm[] s_w =
    [
        new("wax_sk_", 16, "a key of the control plane"),
        new("whsec_", 24, "a secret of webhooks"),
    ];

    private static readonly TokenForm[] s_h = [new("hf_", 30, "a token of Hugging Face")];

    private static readonly TokenForm[] s_r = [new("rk_live_", 16, "an API key of Stripe")];

    private static readonly TokenForm[] s_bigS = [new("SG.", 60, "an API key of SendGrid")];

    private static readonly TokenForm[] s_n = [new("npm_", 36, "a token of npm")];

    private static readonly TokenForm[] s_p = [new("pplx-", 40, "an API key of Perplexity")];

    private static readonly TokenForm[] s_b = [new("Bearer ", 40, "a bearer token"), new("bearer ", 40, "a bearer token")];

    /// <summary>The forms that begin with a character.</summary>
    public static TokenForm[] StartingWith(char first) => first switch
    {
        's' => s_s,
        'g' => s_g,
        'A' => s_a,
        'x' => s_x,
        'w' => s_w,
        'h' => s_h,
        'r' => s_r,
        'S' => s_bigS,
        'n' => s_n,
        'p' => s_p,
        'B' or 'b' => s_b,
        _ => s_none,
    };
}
