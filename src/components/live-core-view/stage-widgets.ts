import { nothing, render } from 'lit';
import { untracked, type BattleInfo, type BattleUser, type TakenSeat } from '../../core/index.js';
import { text } from '../strings.js';
import { warnOnce } from '../warn-once.js';
import { bindTemplate } from './bind-template.js';
import { PageWidgets } from './page-widgets.js';
import type { VideoWidgetBuilder, ViewLayer, WidgetContent } from './video-widget-builder.js';

/** The stage's slots for templates. */
export const templateSlots = [
  'seat-foreground',
  'seat-background',
  'guest-foreground',
  'guest-background',
  'battle',
] as const;
export type TemplateSlot = (typeof templateSlots)[number];

/** The page's widgets for seats and battles, made by its builder or else from its templates. */
export class StageWidgets {
  builder: VideoWidgetBuilder | null = null;
  readonly #templates = new Map<TemplateSlot, HTMLTemplateElement>();
  readonly #widgets: PageWidgets;
  readonly #used = new Set<string>();

  constructor(stage: HTMLElement) {
    this.#widgets = new PageWidgets(stage);
  }

  setTemplate(slot: TemplateSlot, template: HTMLTemplateElement | undefined): void {
    if (template) this.#templates.set(slot, template);
    else this.#templates.delete(slot);
  }

  /** The name of the slot that holds the page's widget for a seat; null when the default is shown. */
  seat(seat: TakenSeat, layer: ViewLayer): string | null {
    const isGuest = seat.userInfo.role !== 'owner';
    const slot = `seat-${layer}:${seat.liveId}:${seat.index}`;
    const build = this.#built(isGuest ? 'coGuestWidgetBuilder' : 'coHostWidgetBuilder');
    const template =
      isGuest && this.#templates.has(`guest-${layer}`) ? (`guest-${layer}` as const) : (`seat-${layer}` as const);
    const values = (): Record<string, unknown> => ({ index: seat.index, ...seat.userInfo });
    return this.#show(slot, template, [seat], build && (() => build(seat, layer)), values);
  }

  /** Whether the page shows contestants in widgets of its own. */
  get hasBattleWidgets(): boolean {
    return this.#built('battleWidgetBuilder') !== undefined || this.#templates.has('battle');
  }

  /** As `seat`, for a contestant and their current points; null while they are hidden. */
  battle(user: BattleUser, score: number | null): string | null {
    const slot = `battle:${user.userId}`;
    const build = this.#built('battleWidgetBuilder');
    const values = (): Record<string, unknown> => ({ ...user, score: score ?? text('unknownScore') });
    return this.#show(slot, 'battle', [user, score], build && (() => build({ ...user, score })), values);
  }

  /** As `seat`, for the whole battle. */
  container(battle: BattleInfo): string | null {
    const build = this.#built('battleContainerWidgetBuilder');
    if (!build) return null;
    return this.#show('battle-container', null, [battle], () => build(battle));
  }

  begin(): void {
    this.#used.clear();
  }

  /** Removes the widgets that were not asked for since `begin`. */
  sweep(): void {
    this.#widgets.keep(this.#used);
  }

  /** A method of the builder; undefined if it is no function. */
  #built<Name extends keyof VideoWidgetBuilder>(name: Name): VideoWidgetBuilder[Name] {
    const build: unknown = this.builder?.[name];
    if (typeof build === 'function') return build.bind(this.builder) as VideoWidgetBuilder[Name];
    if (build) warnOnce(`<live-core-view>: "${name}" of its videoWidgetBuilder is no function`);
    return undefined;
  }

  #show(
    slot: string,
    templateSlot: TemplateSlot | null,
    inputs: readonly unknown[],
    build: (() => WidgetContent) | undefined,
    values?: () => Record<string, unknown>,
  ): string | null {
    const template = templateSlot && this.#templates.get(templateSlot);
    if (!build && !template) return null;
    this.#used.add(slot);
    const source = build ? this.builder : template;
    const isShown = this.#widgets.show(slot, source, inputs, (holder) => {
      if (build) return untracked(() => fillFrom(build(), holder));
      bindTemplate(holder, template!, values!());
      return true;
    });
    return isShown ? slot : null;
  }
}

function fillFrom(content: WidgetContent, holder: HTMLElement): boolean {
  render(content ?? nothing, holder);
  return content !== null && content !== undefined;
}
