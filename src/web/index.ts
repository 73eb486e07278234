export { renderExportPage } from './export-page.ts'
export { renderGuidePage } from './guide-page.ts'
export { renderMissingPage } from './missing-page.ts'
export { renderPortalPage } from './portal-page.ts'
