/** The library: guides → passages → hybrid search. */
export type { Library, Passage } from './passage.ts'
export { createLibrary, type LibraryTools } from './library.ts'
export { guideSummary, guideView } from './guide-view.ts'
export type { LibraryContent } from './edition.ts'
export { createVectorDatabase } from './vectors/pgvector-database.ts'
