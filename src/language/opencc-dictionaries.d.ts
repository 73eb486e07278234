/** OpenCC's tables of single characters, `from to` pairs joined by `|`; the package ships them without types. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string
  export { pairs as default }
}
declare module 'opencc-js/dict/STCharacters' {
  const pairs: string
  export { pairs as default }
}
