namespace Observe.Catalogue.Writing;

/// <summary>Numbers in base 92, with the printable characters from <c>#</c> to <c>~</c> as digits.</summary>
internal static class Digits
{
    public const int Base = 92;

    public static char One(int number) => number is >= 0 and < Base
        ? (char)('#' + number)
        : throw new InvalidDataException($"{number} does not fit into one digit; give it two, here and in the library.");

    public static string Two(int number) => new([One(number / Base), One(number % Base)]);
}
