export { createFrontHall, type FrontHallTools } from './front-hall.ts'
export type { Catalogue } from './catalogue-routes.ts'
export { listen, type Listening } from './listen.ts'
