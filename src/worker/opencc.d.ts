/** Traditional characters with their simplified ones, as "張 张|偉 伟|…"; the package says no types for its parts. */
declare module "opencc-js/dict/TSCharacters" {
  const pairs: string;
  export default pairs;
}
