/** Endings in the order in which they go; what stands before one keeps at least three letters. */
const ENDINGS: readonly (readonly [ending: RegExp, rest: string])[] = [
  [/(?<=.{2})ies$/u, 'y'],
  [/(?<=.{2}[^su\Wi])s$/u, ''],
  [/(?<=.{3})(?:i[sz]ation)$/u, ''],
  [/(?<=.{3})ica(?:tion|te|nt|ted|ting)$/u, 'i'],
  [/(?<=.{3})tion$/u, 't'],
  [/(?<=.{3})ment$/u, ''],
  [/(?<=.{5})al$/u, ''],
  [/(?<=.{3})(?:ing|ed)$/u, ''],
  [/(?<=.{4})ly$/u, ''],
  [/(?<=.{2})([bdgmnprt])\1$/u, '$1'],
  [/(?<=.{4})ll$/u, 'l'],
  [/(?<=.{3})e$/u, ''],
  [/(?<=.{4})i[sz]$/u, ''],
  [/(?<=.{2})ns$/u, 'nc'],
  [/(?<=.{2})y$/u, 'i'],
]

/** Forms that no ending tells of one word. */
const SAME: Readonly<Record<string, string>> = {
  lost: 'los',
  pai: 'pay',
  paid: 'pay',
  marriag: 'marri',
  registr: 'register',
  registrat: 'register',
  cancellat: 'cancel',
  expiri: 'expir',
  children: 'child',
}

/**
 * What the forms of an English word have in common, so that "applied", "applying" and "application" meet, and "licence"
 * and "license": endings are cut off, and what is left need be no word. Expects lower case.
 */
export function englishStem(word: string): string {
  if (!/^[a-z]{4,}$/u.test(word)) return word
  const cut = ENDINGS.reduce((rest, [ending, instead]) => rest.replace(ending, instead), word)
  const stem = SAME[cut] ?? cut
  // What is left may end so again: the stem of a stem is itself.
  return stem === word ? stem : englishStem(stem)
}
