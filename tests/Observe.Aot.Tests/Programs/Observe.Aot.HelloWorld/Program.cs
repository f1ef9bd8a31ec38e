// What every native program costs; the others are measured against it.
Console.WriteLine("Hello, World!");
