namespace Observe.Diagnostics;

/// <summary>Texts of an exception, whose own code may throw.</summary>
internal static class ExceptionText
{
    public static string MessageOf(Exception exception)
    {
        try
        {
            return exception.Message;
        }
        catch (Exception broken)
        {
            return $"(the message could not be read: {broken.GetType().Name})";
        }
    }

    public static string? StackOf(Exception exception)
    {
        try
        {
            return exception.StackTrace;
        }
        catch (Exception)
        {
            return null; // an overridden StackTrace that throws has nothing to tell
        }
    }
}
