import type { Locator, Page } from 'playwright-core';

/** One user's pane in the studio: what they press, and what the elements show. */
export class StudioPane {
  readonly stage: Locator;
  /** Errors that the page did not catch. */
  readonly errors: string[] = [];

  constructor(
    readonly page: Page,
    private readonly root: Locator,
  ) {
    this.stage = root.getByTestId('stage');
    page.on('pageerror', ({ message }) => this.errors.push(message));
  }

  control(testId: string): Locator {
    return this.root.getByTestId(testId);
  }

  async press(testId: string): Promise<void> {
    await this.control(testId).click();
  }

  async goLive(): Promise<void> {
    await this.press('go-live');
    await this.control('hint').waitFor();
  }

  /** The row of a live, in the list that the pane shows. */
  live(liveId: string): Locator {
    return this.root.locator(`[data-testid=live][data-live-id=${liveId}]`);
  }

  async invite(liveId: string): Promise<void> {
    await this.press('open-invite');
    await this.live(liveId).getByTestId('invite').click();
  }

  async challenge(): Promise<void> {
    await this.press('open-pk');
    await this.press('duration-30');
    await this.press('start-pk');
  }

  async give(userId: string, ...giftIds: string[]): Promise<void> {
    for (const giftId of giftIds) await this.control(`gifts-${userId}`).getByTestId(`gift-${giftId}`).click();
  }

  /** Points on the left and on the right, as the score bar shows them. */
  async scores(): Promise<number[]> {
    const texts = await this.stage.locator('battle-score-bar .score').allTextContents();
    return texts.map((text) => Number(text.replace(/\D/g, '')));
  }

  /** The outcomes on the badges of a result, by user id. */
  async results(): Promise<Record<string, string>> {
    const badges = await this.stage.locator('battle-container .result').all();
    const entries = badges.map(async (badge) => {
      return [await badge.getAttribute('data-user'), await badge.locator('.outcome').textContent()] as const;
    });
    return Object.fromEntries(await Promise.all(entries)) as Record<string, string>;
  }

  /** Number of videos on the stage that get new frames within this time, milliseconds. */
  async runningVideos(within = 700): Promise<number> {
    const frames = (): Promise<number[]> =>
      this.stage
        .locator('video')
        .evaluateAll((videos) =>
          (videos as HTMLVideoElement[]).map((video) => video.getVideoPlaybackQuality().totalVideoFrames),
        );
    const before = await frames();
    await this.page.waitForTimeout(within);
    const after = await frames();
    return after.filter((count, index) => count > (before[index] ?? 0)).length;
  }
}
