const protocols = new Set(['https:', 'http:', 'blob:']);

/** The URL of a picture that a stranger named, if it can do no more than show one; otherwise empty. */
export function safePictureUrl(url: unknown): string {
  if (typeof url !== 'string' || url.trim() === '') return '';
  try {
    const { protocol, href } = new URL(url, document.baseURI);
    return protocols.has(protocol) || /^data:image\//i.test(href) ? href : '';
  } catch {
    return '';
  }
}
