import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** Who takes the text of a refusal, and as which argument. Codes are behaviour; texts are for people to read. */
const messageAt = {
  LiveError: 1,
  refuse: 1,
  refuseBeyond: 2,
  because: 2,
  invalid: 0,
  noPermission: 0,
  notPossible: 0,
  notStarted: 0,
};

const ignorer = {
  shouldIgnore({ node, parent, listKey, key }) {
    if (listKey !== 'arguments' || messageAt[parent.callee.name] !== key) return undefined;
    const isText = node.type === 'StringLiteral' || node.type === 'TemplateLiteral';
    return isText ? 'the text of a refusal is no behaviour' : undefined;
  },
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'messages', ignorer)];
