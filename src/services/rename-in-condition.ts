import { SITUATION } from './form.ts'

/** A quoted text, or a name that is no function and no member. */
const TOKEN = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|(?<![.\w])[A-Za-z_]\w*(?!\w|\s*\()/g

/** A CEL condition with its fields under other names; a settled situation stands as its value. Quoted texts and functions stay. */
export function renameIn(condition: string, names: ReadonlyMap<string, string>, situation: string | undefined): string {
  return condition.replace(TOKEN, (token) => {
    if (token === SITUATION && situation !== undefined) return JSON.stringify(situation)
    return names.get(token) ?? token
  })
}
