import { readFile } from 'node:fs/promises';
import type { Implementation } from '../implementations.js';

async function css(path: string): Promise<string> {
  return await readFile(new URL(`../${path}`, import.meta.url), 'utf8');
}

/** The page of an implementation: a stage without tiles. */
export async function pageHtml(name: Implementation): Promise<string> {
  const styles = await Promise.all([
    css('page/stage.css'),
    css(name === 'kit' ? 'peers/kit/kit-stage.css' : 'page/tile.css'),
  ]);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${name}</title>
    <link rel="icon" href="data:," />
    <style>${styles.join('\n')}</style>
  </head>
  <body><div class="stage"></div><script type="module" src="/${name}.js"></script></body>
</html>`;
}
