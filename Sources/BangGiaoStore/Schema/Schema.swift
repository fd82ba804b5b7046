/// The tables of a store, as the steps that make them one after another.
///
/// A released step is never edited; a change is a new step. `PRAGMA user_version` counts the steps
/// done, `PRAGMA application_id` tells a store from other databases.
enum Schema {
    /// "BGao" as a number.
    static let applicationID: Int32 = 0x4247_616F

    /// Step *n* makes version *n* + 1 of version *n*.
    static let steps = [v1, v2, v3]
}
