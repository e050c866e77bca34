import { described } from '../../../../core/shape/compose.js';
import { seconds } from '../../../../core/shape/values.js';
import { limits } from '../../../../core/vocabulary.js';
import { effectRule, effectsOf, notPossible } from './effect-rule.js';

/** The battle runs longer, in extra time too. */
export const extend = effectRule<'extend'>()({
  fields: { seconds: described('How much longer', seconds(1, limits.extensionMax)) },
  begin: (battle, { seconds }) => {
    if (effectsOf(battle, 'extend').length >= limits.extensions) {
      throw notPossible(`a battle can be extended ${limits.extensions} times`);
    }
    return { from: battle.endsAt, to: battle.endsAt + seconds * 1000 };
  },
  isOverAt: () => null,
  onBegin: (_, { to }) => ({ endsAt: to }),
});
