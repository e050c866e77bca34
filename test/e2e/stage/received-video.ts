import type { Page } from 'playwright-core';

/** A video that a page receives, identified by its track. */
export interface ReceivedVideo {
  trackId: string;
  framesDecoded: number;
  width: number;
  height: number;
}

declare global {
  interface Window {
    /** All connections that the page has made. */
    peerConnections: RTCPeerConnection[];
  }
}

/** Prepares a page for `receivedVideos`. Call it before the page loads anything. */
export async function watchPeerConnections(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.peerConnections = [];
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        window.peerConnections.push(this);
      }
    };
  });
}

/** The videos that the browser decodes by its own statistics, whether or not the page shows them. */
export async function receivedVideos(page: Page): Promise<ReceivedVideo[]> {
  return await page.evaluate(async () => {
    const open = window.peerConnections.filter(({ connectionState }) => connectionState === 'connected');
    const reports = await Promise.all(open.map((connection) => connection.getStats()));
    return reports.flatMap((report) =>
      [...report.values()]
        .map((entry) => entry as RTCInboundRtpStreamStats)
        .filter(({ type, kind }) => type === 'inbound-rtp' && kind === 'video')
        .map(({ trackIdentifier, framesDecoded = 0, frameWidth = 0, frameHeight = 0 }) => ({
          trackId: trackIdentifier,
          framesDecoded,
          width: frameWidth,
          height: frameHeight,
        }))
        .filter(({ framesDecoded }) => framesDecoded > 0),
    );
  });
}
