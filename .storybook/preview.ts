import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../custom-elements.json' with { type: 'json' };

setCustomElementsManifest(manifest);

/** Only attributes and properties can be set from the table; the rest is there to read. */
const settable = new Set(['attributes', 'properties']);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: { a11y: { test: 'error' }, controls: { expanded: true } },
  argTypesEnhancers: [
    ({ argTypes }) =>
      Object.fromEntries(
        Object.entries(argTypes).map(([name, type]) => {
          const category = type.table?.category;
          return [name, category && !settable.has(category) ? { ...type, control: false } : type];
        }),
      ),
  ],
};

export default preview;
