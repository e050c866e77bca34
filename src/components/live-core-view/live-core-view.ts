import { nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, queryAll } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { isTaken, toLiveError, untracked, type BattleInfo, type LiveCanvas, type SeatInfo } from '../../core/index.js';
import type { BattleContainerElement } from '../battle-container/battle-container.js';
import { BattleShow } from '../battle-container/battle-show.js';
import { CustomStates } from '../custom-states.js';
import { html } from '../html.js';
import { LiveElement } from '../session-context/live-element.js';
import { shownPoints } from '../shown-points.js';
import { FrameEffect } from '../signals/frame-effect.js';
import { text } from '../strings.js';
import { tokens } from '../tokens.styles.js';
import { warnOnce } from '../warn-once.js';
import { BoxSize } from './box-size.js';
import { battleParts, seatParts } from './exported-parts.js';
import { isVoiceStage, placeCells, placedSeats, type PlacedSeat } from './layout.js';
import { styles } from './live-core-view.styles.js';
import { LiveExit } from './live-exit.js';
import { renderStanding } from './standing.js';
import { standingStyles } from './standing.styles.js';
import { renderSoundButton, renderStatus } from './stage-status.js';
import { StageWidgets, templateSlots, type TemplateSlot } from './stage-widgets.js';
import type { VideoWidgetBuilder } from './video-widget-builder.js';

/**
 * The stage of one live: the seats of all linked hosts, or of the live's host and guests, laid out for the size of the
 * element, with the battle over them. Give the element a size. By itself it is as wide as its container, in the shape
 * 9:16, and at most as high as the window.
 *
 * @summary The stage of a live, with co-hosts, guests and battle
 * @slot foreground - Above everything
 * @slot background - Behind the seats
 * @slot idle - Replaces the text shown while the session is in no live
 * @slot ended - Replaces the text shown after the live has ended or the user was put out of it
 * @slot seat-foreground - A `<template>`, copied for every seat that is taken, above its video; replaces the name
 * @slot seat-background - A `<template>`, copied for every seat that is taken, shown while it has no picture; replaces the avatar
 * @slot guest-foreground - A `<template>` for guests, in place of `seat-foreground`
 * @slot guest-background - A `<template>` for guests, in place of `seat-background`
 * @slot battle - A `<template>`, copied for every contestant of a battle; replaces rank, points, win streak and boost
 * @csspart stage - The whole stage
 * @csspart seat - A seat
 * @csspart seat-video - The video of a seat
 * @csspart seat-backdrop - The blurred picture or gradient behind the avatar of a seat
 * @csspart seat-avatar - The avatar of a seat
 * @csspart seat-name - The name on a seat
 * @csspart seat-mic - The sign for a microphone that is off
 * @csspart seat-ring - The speaking ring of a seat
 * @csspart seat-veil - The cover of a seat while its user reconnects
 * @csspart empty-seat - The button of an empty seat
 * @csspart streak - How many battles a contestant has won in a row
 * @csspart boost - The boost of a contestant that is on, or about to begin
 * @csspart rank - A contestant's rank and points
 * @csspart rank-place - A contestant's rank
 * @csspart rank-score - A contestant's points in a battle of three and more
 * @csspart battle - The battle over the seats
 * @csspart header - Score bar and timer
 * @csspart timer - The time left
 * @csspart contributors - The top contributors of one host, in a battle between two hosts
 * @csspart multiplier - The multiplier of all points that is on, or about to begin
 * @csspart target - The target of all hosts: points so far, and time left
 * @csspart highlight - A large gift, over the host who got it
 * @csspart flash - The flash at the start of a battle
 * @csspart extra-time - The banner at the beginning of extra time
 * @csspart extension - The banner when the battle is extended
 * @csspart mvp - The MVP: the top contributor to the winner
 * @csspart result - One contestant's result
 * @csspart win - The result of a winner
 * @csspart lose - The result of a loser
 * @csspart draw - The result of a draw
 * @csspart bar - The score bar
 * @csspart left - The left side's share of the score bar
 * @csspart right - The right side's share of the score bar
 * @csspart left-score - The left side's points
 * @csspart right-score - The right side's points
 * @csspart divider - The glow where the sides of the score bar meet
 * @csspart status - The text shown while there is no live to see
 * @csspart banner - The banner shown while the session reconnects, or connects to a live that is on the stage already
 * @csspart sound - The button that starts sound which the browser holds back
 * @cssprop [--live-surface=#0d0e14] - Colour of the stage behind the seats
 * @cssprop [--live-text-color=#fff] - Colour of texts
 * @cssprop [--live-scrim=rgb(8 9 16 / 0.56)] - Background of text over video
 * @cssprop [--live-font] - Font of all texts
 * @cssprop [--live-seat-gap=2px] - Distance between seats with pictures
 * @cssprop [--live-radius=12px] - Corners of seats that float over another
 * @cssprop [--live-shadow] - Shadow of floating seats, banner, sound button and score bar
 * @cssState live - The session is in a live
 * @cssState voice - The stage has a voice layout: its seats are round
 * @cssState battling - A battle, or its fresh result, is shown
 * @cssState reconnecting - The session reconnects to the live
 * @fires {CustomEvent<LiveError>} live-error - The sound could not be started
 * @fires {CustomEvent<EmptySeatClick>} empty-seat-click - The user chose an empty seat, locked or not
 */
export class LiveCoreViewElement extends LiveElement {
  static override styles: CSSResultGroup = [tokens, styles, standingStyles];

  /** Makes the page's own widgets for seats and battles. */
  @property({ attribute: false }) videoWidgetBuilder: VideoWidgetBuilder | null = null;

  /** Whether the user's own video is mirrored. */
  @property({ attribute: 'own-video' }) ownVideo: 'mirrored' | 'plain' = 'mirrored';

  /** Whether large gifts are shown over the hosts who got them. */
  @property() highlights: BattleContainerElement['highlights'] = 'shown';

  @query('.stage') private readonly stage!: HTMLElement;
  @queryAll('.cell') private readonly cells!: NodeListOf<HTMLElement>;

  readonly #states = new CustomStates(this);
  readonly #box = new BoxSize(this);
  readonly #exit = new LiveExit(this, () => this.currentSession);
  readonly #show = new BattleShow(this, () => this.currentSession);
  readonly #widgets = new StageWidgets(this);
  #seats: readonly PlacedSeat[] = [];
  #placedFor: LiveCanvas | null = null;

  constructor() {
    super();
    new FrameEffect(
      this,
      () => this.widgetPoints,
      (points) => {
        for (const [index, user] of (points && this.#show.battle?.users)?.entries() ?? []) {
          this.#widgets.battle(user, points![index] ?? null);
        }
      },
    );
  }

  override render(): TemplateResult {
    const session = this.currentSession;
    this.#seats = session ? placedSeats(session, this.#box.canvas) : [];
    const owner = session?.liveListStore.currentLive.get()?.liveOwner;
    const label = owner ? text('stage', { name: owner.userName || owner.userId }) : nothing;
    return html`
      <div class="stage" part="stage" role="group" aria-label=${label}>
        <div class="layer"><slot name="background"></slot></div>
        ${repeat(
          this.#seats,
          ({ seat: { liveId, index } }) => `${liveId} ${index}`,
          ({ seat }) => this.renderSeat(seat),
        )}
        ${this.renderBattle()}
        <div role="status">${renderStatus(session, this.#exit.why)}</div>
        <div class="layer front"><slot name="foreground"></slot></div>
        ${session?.isAudioBlocked.get() ? renderSoundButton(this.#onTapForSound) : nothing}
      </div>
      ${templateSlots.map((slot) => html`<slot name=${slot} hidden @slotchange=${this.#onTemplates}></slot>`)}
    `;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('videoWidgetBuilder')) this.#widgets.builder = this.videoWidgetBuilder;
    this.#widgets.begin();
  }

  protected override updated(): void {
    this.#widgets.sweep();
    const isResized = this.#placedFor !== this.#box.canvas;
    this.#placedFor = this.#box.canvas;
    // No transition while the stage is resized, as the seats would lag behind. They glide when their number changes.
    this.stage.classList.toggle('still', isResized);
    placeCells(this.cells, this.#seats);
    this.stage.classList.toggle('alone', this.#seats.length === 1);
    this.stage.classList.toggle('voice', this.isVoice);
    this.stage.classList.toggle('battling', this.#show.battle !== null);
    this.#states.set('live', this.#seats.length > 0);
    this.#states.set('voice', this.isVoice && this.#seats.length > 0);
    this.#states.set('battling', this.#show.battle !== null);
    this.#states.set('reconnecting', this.currentSession?.connectionState.get() === 'reconnecting');
  }

  private get isVoice(): boolean {
    return this.currentSession !== null && isVoiceStage(this.currentSession);
  }

  private renderSeat(seat: SeatInfo): TemplateResult {
    const userId = seat.userInfo?.userId;
    const isOwn = userId !== undefined && this.currentSession?.user.get()?.userId === userId;
    const layers = (['background', 'foreground'] as const).map((layer) => {
      const slot = isTaken(seat) ? this.#widgets.seat(seat, layer) : null;
      return slot ? html`<slot name=${slot} slot=${layer}></slot>` : nothing;
    });
    return html`
      <div class="cell">
        <cohost-seat
          sized
          part="seat"
          exportparts=${seatParts}
          .session=${this.currentSession}
          .seat=${seat}
          ?voice=${this.isVoice}
          ?mirrored=${isOwn && this.ownVideo === 'mirrored'}
          >${layers.some((layer) => layer !== nothing) ? layers : nothing}</cohost-seat
        >
        ${userId === undefined ? nothing : this.renderContestant(userId)}
      </div>
    `;
  }

  private renderContestant(userId: string): TemplateResult | typeof nothing {
    const { battle } = this.#show;
    const user = battle?.users.find((contestant) => contestant.userId === userId);
    if (!battle || !user) return nothing;
    const slot = this.#widgets.battle(user, this.pointsOf(userId));
    if (slot) return html`<div class="layer"><slot name=${slot}></slot></div>`;
    return this.currentSession ? renderStanding(this.currentSession, battle, userId) : nothing;
  }

  private renderBattle(): TemplateResult | typeof nothing {
    const { battle } = this.#show;
    const slot = battle && this.#widgets.container(battle);
    return html`
      <battle-container
        part="battle"
        exportparts=${battleParts}
        .session=${this.currentSession}
        .regions=${this.regionsOf(battle)}
        .area=${this.isVoice ? 'all' : 'contestants'}
        .highlights=${this.highlights}
        >${slot ? html`<slot name=${slot}></slot>` : nothing}</battle-container
      >
    `;
  }

  private regionsOf(battle: BattleInfo | null): BattleContainerElement['regions'] {
    if (!battle) return null;
    return this.#seats.flatMap(({ seat, at }) => (seat.userInfo ? [{ userId: seat.userInfo.userId, ...at }] : []));
  }

  /** The points of all contestants, if the page shows them in widgets of its own. */
  private get widgetPoints(): readonly (number | null)[] | null {
    const session = this.currentSession;
    const users = this.#widgets.hasBattleWidgets && this.#show.battle?.users;
    return session && users ? users.map(({ userId }) => shownPoints(session)(userId)) : null;
  }

  /** Read untracked: a new score must not render the stage again. */
  private pointsOf(userId: string): number | null {
    const session = this.currentSession;
    return session && untracked(() => shownPoints(session)(userId));
  }

  readonly #onTapForSound = (): void => {
    this.currentSession?.startAudio().catch((error: unknown) => {
      const init = { detail: toLiveError(error), bubbles: true, composed: true };
      this.dispatchEvent(new CustomEvent('live-error', init));
    });
  };

  readonly #onTemplates = ({ target }: Event): void => {
    const slot = target as HTMLSlotElement;
    const [first] = slot.assignedElements();
    const isTemplate = first instanceof HTMLTemplateElement;
    if (first && !isTemplate) warnOnce(`<live-core-view>: what is in slot "${slot.name}" must be a <template>`);
    this.#widgets.setTemplate(slot.name as TemplateSlot, isTemplate ? first : undefined);
    this.requestUpdate();
  };
}
