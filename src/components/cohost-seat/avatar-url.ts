const protocols = new Set(['https:', 'http:', 'blob:']);

/**
 * The absolute URL of a picture that another user named: http, https, blob, or an image as a data URL. Empty for any
 * other URL, as it might do more than show a picture.
 */
export function safePictureUrl(url: unknown): string {
  if (typeof url !== 'string' || url.trim() === '') return '';
  try {
    const { protocol, href } = new URL(url, document.baseURI);
    return protocols.has(protocol) || /^data:image\//i.test(href) ? href : '';
  } catch {
    return '';
  }
}
