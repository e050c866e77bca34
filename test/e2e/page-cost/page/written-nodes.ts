import { elementName } from './element-name.js';

let records: MutationRecord[] = [];
const observer = new MutationObserver((some) => records.push(...some));
const everything = { subtree: true, childList: true, attributes: true, characterData: true };

observer.observe(document, everything);
// An observer sees into no shadow tree but those that it was given.
const { attachShadow } = Element.prototype;
Element.prototype.attachShadow = function (init) {
  const root = attachShadow.call(this, init);
  observer.observe(root, everything);
  return root;
};

/**
 * What was written to the page since the last call, in all shadow trees, once for each time: the element, the part of
 * its shadow tree, and what of it. For example `battle-rank user_1 score: text`.
 */
export function takeWrites(): string[] {
  const taken = [...records, ...observer.takeRecords()];
  records = [];
  return taken.map(({ type, target, attributeName }) => `${placeOf(target)}: ${attributeName ?? kinds[type]}`).sort();
}

const kinds: Readonly<Record<MutationRecordType, string>> = {
  attributes: 'attribute',
  characterData: 'text',
  childList: 'children',
};

function placeOf(node: Node): string {
  if (node instanceof ShadowRoot) return elementName(node.host);
  if (!(node instanceof HTMLElement)) return node.parentNode ? placeOf(node.parentNode) : node.nodeName;
  const root = node.getRootNode();
  const isOwn = node.localName.includes('-') || !(root instanceof ShadowRoot);
  return isOwn ? elementName(node) : `${elementName(root.host)} ${node.part.value || node.className}`;
}
