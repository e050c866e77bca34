import type { PageVisibility } from '../../core/index.js';

/** What the browser says: `document.visibilityState`. Without a DOM the page is never hidden. */
export const pageVisibility: PageVisibility = {
  get isHidden() {
    return pageDocument()?.visibilityState === 'hidden';
  },
  onChange(listener) {
    const page = pageDocument();
    page?.addEventListener('visibilitychange', listener);
    return () => page?.removeEventListener('visibilitychange', listener);
  },
};

function pageDocument(): Document | undefined {
  return typeof document === 'undefined' ? undefined : document;
}
