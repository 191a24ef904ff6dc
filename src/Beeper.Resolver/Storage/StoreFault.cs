namespace Beeper.Resolver.Storage;

/// <summary>Why a store cannot be used.</summary>
public enum StoreFault
{
    /// <summary>The file is not a store of this program.</summary>
    Foreign,

    /// <summary>A newer version of this program made the store.</summary>
    Newer,

    /// <summary>An older version of this program made the store, and it was opened for reading only.</summary>
    Older,

    /// <summary>The file is damaged.</summary>
    Corrupt,

    /// <summary>The file or its directory cannot be written.</summary>
    ReadOnly,

    /// <summary>The directory cannot be made, or the path is a directory.</summary>
    BadPath,

    /// <summary>The disk is full.</summary>
    DiskFull,

    /// <summary>The disk failed.</summary>
    IoError,

    /// <summary>The file lies on a file system of a network, where locks do not hold.</summary>
    NetworkFileSystem,

    /// <summary>Another run holds the store.</summary>
    Locked,

    /// <summary>The store was restored from a backup or lost its log: it is older than what was already sent.</summary>
    RolledBack,

    /// <summary>A row was not in the state a transition needs; a defect of this program.</summary>
    BrokenTransition,
}
