/** A quoted text, or a name that is no function and no member. */
const TOKEN = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|(?<![.\w])[A-Za-z_]\w*(?!\w|\s*\()/g

/** A CEL condition with its fields under other names; what is settled stands as its value. Quoted texts and functions stay. */
export function renameIn(
  condition: string,
  names: ReadonlyMap<string, string>,
  settled: ReadonlyMap<string, string>,
): string {
  return condition.replace(TOKEN, (token) => settled.get(token) ?? names.get(token) ?? token)
}
