import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { FactorClock } from '../factor/factor-clock.js';
import { renderFactor, writeFactorTime } from '../factor/factor-pill.js';
import { planForHost } from '../factor/factor-plan.js';
import { factorStyles } from '../factor/factor.styles.js';
import { LiveElement } from '../session-context/live-element.js';
import { tokens } from '../tokens.styles.js';
import { styles } from './battle-boost.styles.js';

/**
 * The boost of one contestant in the session's battle: how often each point counts, and the seconds left. In the five
 * seconds before a boost it shows when it begins. Without a boost it shows nothing.
 *
 * @summary The boost of one contestant
 * @csspart base - The badge
 * @cssprop [--live-gold-color=#ffc94d] - Colour of the badge while the boost lasts
 */
export class BattleBoostElement extends LiveElement {
  static override styles: CSSResultGroup = [tokens, factorStyles, styles];

  /** Whose boost. */
  @property({ attribute: 'user-id' }) userId = '';

  readonly #clock = new FactorClock(
    this,
    () => {
      const session = this.currentSession;
      const battle = session?.battleStore.latestBattleInfo.get();
      return session && battle ? { plan: planForHost(battle, this.userId), session } : null;
    },
    (moment, seconds) => writeFactorTime(this.renderRoot, moment, seconds),
  );

  override render(): TemplateResult {
    return html`${renderFactor(this.#clock.moment, 'base')}`;
  }
}
