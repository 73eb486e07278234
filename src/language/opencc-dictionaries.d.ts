/** OpenCC's tables, `from to` pairs joined by `|`; the package ships them without types. */
declare module 'opencc-js/dict/*' {
  const pairs: string
  export { pairs as default }
}
