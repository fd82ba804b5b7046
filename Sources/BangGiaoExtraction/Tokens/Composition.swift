import Foundation

/// Returns the scalars of the canonical decomposition (NFD).
func decomposed(_ text: String) -> String.UnicodeScalarView {
    text.decomposedStringWithCanonicalMapping.unicodeScalars
}

/// Returns the canonical composition (NFC).
func recomposed(_ text: String) -> String {
    text.precomposedStringWithCanonicalMapping
}
