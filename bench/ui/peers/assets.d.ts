/** A stylesheet as text. */
declare module '*.css' {
  const text: string;
  export default text;
}

/** A Vue template, compiled when the page is built. */
declare module '*.html' {
  export function render(): unknown;
}
