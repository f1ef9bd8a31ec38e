using Observe.Aot.Checks;

// Says what it checks, line by line, and ends with 1 if anything is not as it should be.
Checks checks = new();
await ShapeChecks.RunAsync(checks);
await ValueChecks.RunAsync(checks);
await ByHandChecks.RunAsync(checks);
await ExporterChecks.RunAsync(checks);
return checks.Report();
