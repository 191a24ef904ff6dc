using System.Runtime.Versioning;

// File modes, signals, strace and mounts are of Unix.
[assembly: UnsupportedOSPlatform("windows")]
