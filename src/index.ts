export * from './core/index.js';

export { BattleBoostElement } from './components/battle-boost/battle-boost.js';
export { BattleContainerElement } from './components/battle-container/battle-container.js';
export type { BattleRegion } from './components/battle-container/battle-region.js';
export { BattleRankElement } from './components/battle-rank/battle-rank.js';
export { BattleScoreBarElement } from './components/battle-score-bar/battle-score-bar.js';
export { CohostSeatElement, type EmptySeatClick } from './components/cohost-seat/cohost-seat.js';
export { LiveCoreViewElement } from './components/live-core-view/live-core-view.js';
export type * from './components/live-core-view/video-widget-builder.js';
export { LiveSessionElement } from './components/live-session/live-session.js';
export { liveSessionContext } from './components/session-context/session-context.js';
export { setStrings, type LiveStrings } from './components/strings.js';
export { WithSignals } from './components/signals/with-signals.js';
