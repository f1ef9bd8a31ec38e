using Observe.Generators.Model;

namespace Observe.Generators.Emission;

/// <summary>What stands between the scope and its body: the time budget and the policies.</summary>
internal static class AdmissionSource
{
    /// <summary>Writes what comes before the call of the body.</summary>
    public static void Write(SourceWriter writer, ObservedMethod method)
    {
        Admission admission = method.Admission;
        if (admission.LimitsToken)
        {
            writer.WriteLine($"{admission.Token} = {method.Locals.Call}.Limit({admission.Token});");
        }

        if (admission.Kind != AdmissionKind.Now)
        {
            return;
        }

        // A pending outcome must reach its completion, so it is replaced and not returned here.
        bool returnsHere = admission.Empty is not null && method.ReturnShape is ReturnShape.Void or ReturnShape.Value;
        bool isPending = admission.Empty is not null && !returnsHere;
        if (returnsHere || admission.Texts.Count > 0)
        {
            writer.WriteLine($"if (!{method.Locals.Call}.AdmitNow(out var {method.Locals.Admission}{AndToken(admission)}))");
            using (writer.OpenBlock())
            {
                WriteAnswer(writer, method, returnsHere ? Return(method.Admission.Empty!) : null);
            }
        }
        else
        {
            // A bare discard would be a member, a parameter or a top-level local of that name.
            string answer = isPending ? method.Locals.Admission : "_";
            writer.WriteLine($"{method.Locals.Call}.AdmitNow(out var {answer}{AndToken(admission)});");
        }

        writer.WriteLine();
    }

    /// <summary>The call of the body where its outcome is awaited or read later.</summary>
    public static string Pending(ObservedMethod method)
    {
        string body = CoreSource.InScope(method);
        (Admission admission, LocalNames locals) = (method.Admission, method.Locals);
        return admission.Kind switch
        {
            AdmissionKind.Awaited => $"{locals.Call}.TryAdmit(out var {locals.Admission}{AndToken(admission)}) ? {body} : {CoreSource.Admitted(method)}",
            AdmissionKind.Now when admission.Empty is not null =>
                $"{locals.Admission} is {{ IsSkipped: true }} ? {EmptyPending(method)} : {body}",
            _ => body,
        };
    }

    /// <summary>Writes what is done with an answer that is not simply "go on".</summary>
    public static void WriteAnswer(SourceWriter writer, ObservedMethod method, string? skip)
    {
        string admission = method.Locals.Admission;
        if (skip is not null)
        {
            writer.WriteLine($$"""
                if ({{admission}}.IsSkipped)
                {
                    {{skip}}
                }
                """);
            if (method.Admission.Texts.Count > 0 || method.Admission.Kind == AdmissionKind.Awaited)
            {
                writer.WriteLine();
            }
        }

        foreach (string text in method.Admission.Texts)
        {
            writer.WriteLine($"{text} = {admission}.Redact({text});");
        }
    }

    /// <summary>A statement that returns it.</summary>
    public static string Return(string empty) => empty.Length == 0 ? "return;" : $"return {empty};";

    /// <summary>What the body returns that has nothing to return.</summary>
    public static string Empty(ObservedMethod method, string @default)
    {
        string empty = method.Admission.Empty == "default" ? @default : method.Admission.Empty!;
        return empty.Length == 0 ? "" : CoreSource.Wrapped(method, empty);
    }

    private static string AndToken(Admission admission) => admission.Token is null ? "" : $", {admission.Token}";

    private static string EmptyPending(ObservedMethod method)
    {
        string empty = Empty(method, $"default({method.ResultType})");
        return method.ReturnShape switch
        {
            ReturnShape.Task or ReturnShape.TaskOfResult => TaskSource.Finished(method, empty),
            ReturnShape.ValueTaskOfResult => $"new global::System.Threading.Tasks.ValueTask<{CoreSource.WrappedType(method)}>({empty})",
            ReturnShape.ValueTask => "default",
            _ => empty,
        };
    }
}
