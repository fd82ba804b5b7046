// Who imports BangGiao gets the whole way from article to diagram with one import.
@_exported public import BangGiaoDrawing
@_exported public import BangGiaoExtraction
@_exported public import BangGiaoFormats
@_exported public import BangGiaoGraph
@_exported public import BangGiaoKnowledge
@_exported public import BangGiaoLexicon
@_exported public import BangGiaoMarkdown
@_exported public import BangGiaoModel
@_exported public import BangGiaoReading
@_exported public import BangGiaoStore
