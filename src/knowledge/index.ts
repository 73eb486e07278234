/** The library: guides → passages → hybrid search. */
export type { FoundGuide, FoundPassage, Library, Passage, QuestionReading, SearchResult } from './passage.ts'
export type { PointReading } from './recogniser/read-points.ts'
export { createLibrary, type LibraryTools } from './library.ts'
export { guideSummary, guideView } from './guide-view.ts'
export type { LibraryContent } from './library-content.ts'
export { createVectorDatabase } from './vectors/pgvector-database.ts'
