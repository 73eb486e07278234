const ASKS_ABOUT = /(?:[我想要先再还来]|^)(?:问|咨询|请教|打听|了解)(?:一?下|[问个点])/u

/** Whether the words say that she asks about something (我问下居住证), and so answer nothing. Expects folded characters. */
export function asksAbout(folded: string): boolean {
  return ASKS_ABOUT.test(folded)
}
