/** An article of a law at the beginning of a line or sentence: 第三条 …. */
const ARTICLE = /(?:^|[\n。])\s*第[一二三四五六七八九十百零\d]{1,6}条(?:之[一二三])?[\s\u3000:：]/gu

/** A shorter text that begins with an article may well ask about it. */
const SHORTEST = 60

/** The rest of a text besides the articles of a law pasted into it; undefined when it quotes none. */
export function besideQuotedLaw(text: string): string | undefined {
  if (text.length < SHORTEST || text.search(ARTICLE) < 0) return undefined
  const own = text.split('\n').filter((line) => !`\n${line}`.match(ARTICLE))
  return own.join('\n').trim()
}
