using Observe.CompilerServices;

namespace Observe.Tests.Capturing;

/// <summary>An object, and the writer that the compiler would write for it.</summary>
internal sealed class Person(string name)
{
    public string Name => FailsAt == 1 ? throw new InvalidOperationException("name") : name;

    public Person? Friend { get; set; }

    public int Age => FailsAt == 2 ? throw new FormatException("age") : 42;

    public string Last => FailsAt == 3 ? throw new NotSupportedException("last") : "last";

    public int FailsAt { get; set; }

    public static void Write(CaptureWriter writer, Person? value)
    {
        if (!writer.BeginObject(value))
        {
            return;
        }

        try
        {
            writer.Property("Name"u8);
            writer.Write(value.Name);
            writer.Property("Friend"u8);
            Write(writer, value.Friend);
            writer.Property("Age"u8);
            writer.Write(value.Age);
            writer.Property("Last"u8);
            writer.Write(value.Last);
        }
        catch (Exception exception)
        {
            writer.Failed(exception);
        }

        writer.EndObject();
    }
}
