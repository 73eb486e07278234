/** Reads a file of staff. `file` is its path from the root, with `/`. */
type FileReader<Reading> = (file: string, text: string) => Reading

/** The same reader, which gives its last reading of a file again as long as the file's text is the same. The reader must be pure. */
export function readOnce<Reading>(read: FileReader<Reading>): FileReader<Reading> {
  const last = new Map<string, { readonly text: string; readonly reading: Reading }>()
  return (file, text) => {
    const known = last.get(file)
    if (known?.text === text) return known.reading
    const reading = read(file, text)
    last.set(file, { text, reading })
    return reading
  }
}
