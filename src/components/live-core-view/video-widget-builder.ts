import type { TemplateResult } from 'lit';
import type { BattleInfo, BattleUser, TakenSeat } from '../../core/index.js';

/** `foreground` is always above the video; `background` is shown only while there is no picture. */
export type ViewLayer = 'foreground' | 'background';

/** What a builder may return. Null, or no `return` at all, leaves the default in place. */
export type WidgetContent = Node | TemplateResult | null | undefined;

/** A contestant with their points so far. */
export interface BattleWidgetUser extends BattleUser {
  /** Null while the points are hidden from this live. */
  score: number | null;
}

/**
 * Makes a page's own widgets for the stage. The stage adds them to its own children, so that the page's styles apply to
 * them, and removes them again. To keep a widget in place, return the same node or a Lit template.
 */
export interface VideoWidgetBuilder {
  /** Called per host's seat and layer, and again whenever that seat changes. */
  coHostWidgetBuilder?(seat: TakenSeat, viewLayer: ViewLayer): WidgetContent;
  /** As `coHostWidgetBuilder`, for the seats of guests. */
  coGuestWidgetBuilder?(seat: TakenSeat, viewLayer: ViewLayer): WidgetContent;
  /** Called per contestant of a battle, and again whenever their points change, at most once a frame. */
  battleWidgetBuilder?(user: BattleWidgetUser): WidgetContent;
  /**
   * Called per battle, and again whenever the battle changes, but not with the scores. Replaces score bar, timer and
   * results.
   */
  battleContainerWidgetBuilder?(battle: BattleInfo): WidgetContent;
}
