import { nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { SeatInfo, SeatUserInfo, VideoTrack } from '../../core/index.js';
import { CustomStates } from '../custom-states.js';
import { html } from '../html.js';
import { microphoneOff } from '../icons.js';
import { LiveElement } from '../session-context/live-element.js';
import { text } from '../strings.js';
import { tokens } from '../tokens.styles.js';
import { warnOnce } from '../warn-once.js';
import { safePictureUrl } from './avatar-url.js';
import { styles } from './cohost-seat.styles.js';
import { renderEmptySeat } from './empty-seat.js';
import { emptySeatStyles } from './empty-seat.styles.js';
import { hueOf, initialsOf } from './placeholder.js';
import { SeatVideo } from './seat-video.js';
import { SpeakingLevel } from './speaking-level.js';
import { voiceStyles } from './voice-seat.styles.js';

/** The empty seat that the user chose. */
export interface EmptySeatClick {
  liveId: string;
  seatIndex: number;
}

/** A user at this volume or above counts as speaking; 0–1. */
const speakingFrom = 0.05;

/**
 * One seat on the stage. A taken seat shows the user's name and video, and an avatar while there is no picture. An
 * empty seat is a button.
 *
 * @summary A host's or guest's video with name, microphone and speaking ring
 * @slot foreground - Always above the video; replaces the name
 * @slot background - Shown only while there is no picture; replaces the avatar. In both slots, an element with the
 *   attribute `data-speaking-level` gets the property `--speaking-level`
 * @csspart base - The whole seat
 * @csspart video - The video element
 * @csspart background - What is behind the video
 * @csspart backdrop - The blurred picture or gradient behind the avatar
 * @csspart avatar - The avatar, a picture or initials
 * @csspart foreground - What is above the video
 * @csspart name - The name pill
 * @csspart mic - The sign for a microphone that is off
 * @csspart ring - The speaking ring
 * @csspart veil - The cover of the seat while the user reconnects
 * @csspart empty-seat - The button of an empty seat
 * @cssprop [--live-seat-radius=0px] - Corners of the seat
 * @cssprop [--live-video-fit=cover] - How the video fills the seat
 * @cssprop [--live-seat-inline-size=100cqi] - Width of the seat, for a `sized` one
 * @cssprop [--live-seat-block-size=100cqb] - Height of the seat, for a `sized` one
 * @cssprop [--live-speaking-color=#3dff9e] - Colour of the speaking ring
 * @cssprop --speaking-level - Volume of the user, 0–1. The seat sets it on slotted elements that ask for it
 * @cssState speaking - The user is speaking
 * @cssState picture - The video shows a picture
 * @cssState muted - The microphone is off
 * @cssState reconnecting - The user's connection is lost and may come back
 * @cssState in-background - The user's page is in the background
 * @cssState empty - The seat is empty
 * @cssState locked - The seat is locked
 * @fires {CustomEvent<EmptySeatClick>} empty-seat-click - The user chose an empty seat, locked or not
 */
export class CohostSeatElement extends LiveElement {
  static override styles: CSSResultGroup = [tokens, styles, emptySeatStyles, voiceStyles];

  /** The seat to show, one of `LiveSeatStore.seatList`. */
  @property({ attribute: false, hasChanged: isShownAnew }) seat: SeatInfo | null = null;

  /** Mirrors the video, as users expect of their own camera. */
  @property({ type: Boolean }) mirrored = false;

  /**
   * Says that the page gives the size of the seat in `--live-seat-inline-size` and `--live-seat-block-size`. Otherwise
   * the seat is a size container, which costs much on a page with hundreds of seats.
   */
  @property({ type: Boolean, reflect: true }) sized = false;

  /** Shows a voice seat: a round avatar without video, and the name below it. */
  @property({ type: Boolean, reflect: true }) voice = false;

  @state() private brokenPicture = '';

  readonly #states = new CustomStates(this);
  readonly #video = new SeatVideo(this, () => this.shownVideo);
  // A controller: it registers itself with this element.
  readonly #speaking = new SpeakingLevel(
    this,
    () => this.speakingLevel,
    (level) => {
      this.#states.set('speaking', level >= speakingFrom);
    },
  );

  override render(): TemplateResult {
    const { shownSeat } = this;
    if (!shownSeat) return html`<div class="base" part="base"></div>`;
    const user = shownSeat.userInfo;
    if (!user) return renderEmptySeat(shownSeat, this.#onEmptySeatClick);
    return html`
      <div class="base" part="base" role="group" aria-label=${labelOf(user)}>
        ${this.#video.hasPicture ? nothing : this.renderBackground(user)}
        ${this.shownVideo || user.reconnecting ? this.renderPicture(user) : nothing}
        <slot class="foreground" part="foreground" name="foreground" @slotchange=${this.#speaking.findAskers}
          >${this.renderName(user)}</slot
        >
      </div>
    `;
  }

  protected override updated(): void {
    const { shownSeat } = this;
    const user = shownSeat?.userInfo;
    this.#states.set('empty', shownSeat !== null && !user);
    this.#states.set('locked', shownSeat?.isLocked ?? false);
    this.#states.set('picture', this.#video.hasPicture);
    this.#states.set('muted', user?.microphoneStatus === 'off');
    this.#states.set('reconnecting', user?.reconnecting ?? false);
    this.#states.set('in-background', user?.userSuspendStatus === 'in-background');
  }

  private renderBackground(user: SeatUserInfo): TemplateResult {
    return html`
      <slot
        class="background"
        part="background"
        name="background"
        .style=${`--_hue: ${hueOf(user.userId)}`}
        @slotchange=${this.#speaking.findAskers}
        >${this.renderPlaceholder(user)}</slot
      >
    `;
  }

  private renderPlaceholder({ avatarUrl, userName, userId }: SeatUserInfo): TemplateResult {
    const url = safePictureUrl(avatarUrl);
    if (!url || url === this.brokenPicture) {
      return html`
        <div class="backdrop" part="backdrop"></div>
        <div
          class="avatar initials"
          part="avatar"
          aria-hidden="true"
          .textContent=${initialsOf(userName || userId)}
        ></div>
      `;
    }
    const onError = (): void => {
      this.brokenPicture = url;
    };
    return html`
      <img class="backdrop" part="backdrop" alt="" referrerpolicy="no-referrer" src=${url} />
      <img class="avatar" part="avatar" alt="" referrerpolicy="no-referrer" src=${url} @error=${onError} />
    `;
  }

  private renderPicture({ reconnecting }: SeatUserInfo): TemplateResult {
    return html`
      ${this.shownVideo ? this.renderVideo() : nothing}
      ${reconnecting ? html`<div class="veil" part="veil">${text('hostReconnecting')}</div>` : nothing}
    `;
  }

  private renderVideo(): TemplateResult {
    return html`
      <video
        part="video"
        class=${this.mirrored ? 'mirrored' : ''}
        autoplay
        playsinline
        disablepictureinpicture
        muted
        aria-hidden="true"
        @loadeddata=${this.#video.onPicture}
        @playing=${this.#video.onPicture}
      ></video>
    `;
  }

  private renderName({ userName, userId, microphoneStatus }: SeatUserInfo): TemplateResult {
    return html`
      <div class="name" part="name">
        ${microphoneStatus === 'off' ? html`<span class="mic" part="mic">${microphoneOff}</span>` : nothing}
        <bdi class="name-text" .textContent=${userName || userId}></bdi>
      </div>
    `;
  }

  /** A voice seat shows no video, even if the user publishes one. */
  private get shownVideo(): VideoTrack | null {
    return this.voice ? null : (this.shownSeat?.video ?? null);
  }

  private get shownSeat(): SeatInfo | null {
    if (!this.seat || isSeat(this.seat)) return this.seat;
    warnOnce('<cohost-seat>: "seat" is no SeatInfo');
    return null;
  }

  private get speakingLevel(): number {
    const user = this.shownSeat?.userInfo;
    const volume = user && this.currentSession?.liveSeatStore.volumeOf(user.userId).get();
    return Math.min(Math.max((volume ?? 0) / 100, 0), 1) || 0;
  }

  readonly #onEmptySeatClick = (): void => {
    const { liveId, index: seatIndex } = this.shownSeat!;
    const init = { detail: { liveId, seatIndex }, bubbles: true, composed: true };
    this.dispatchEvent(new CustomEvent<EmptySeatClick>('empty-seat-click', init));
  };
}

/** Whether a seat has changed but for its place on the stage, which the stage gives it. */
function isShownAnew(now: SeatInfo | null, before: SeatInfo | null | undefined): boolean {
  if (!now || !before || now === before) return now !== before;
  const keys = new Set([...Object.keys(now), ...Object.keys(before)]) as Set<keyof SeatInfo>;
  keys.delete('region');
  return [...keys].some((key) => now[key] !== before[key]);
}

function isSeat({ userInfo, video }: Partial<SeatInfo>): boolean {
  if (userInfo === null) return true;
  const isNamed = typeof userInfo?.userId === 'string' && typeof userInfo.userName === 'string';
  return isNamed && (!video || typeof video.attach === 'function');
}

function labelOf({ userName, userId, microphoneStatus, cameraStatus, userSuspendStatus }: SeatUserInfo): string {
  const parts = [
    microphoneStatus === 'off' && text('microphoneOff'),
    cameraStatus === 'off' && text('cameraOff'),
    userSuspendStatus === 'in-background' && text('inBackground'),
  ];
  return [userName || userId, ...parts.filter((part) => part !== false)].join(', ');
}
