import { LitElement, css, html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { person, readAddress, type Address } from './address.js';
import './panes/host-pane.js';
import './panes/viewer-pane.js';
import { base } from './parts/base.styles.js';
import { engineName, openWorld } from './world/open-world.js';
import type { StudioWorld } from './world/studio-world.js';

const { origin } = location;
const ann = person('ann', 'Ann', origin);
const ben = person('ben', 'Ben', origin);
const vic = person('vic', 'Vic', origin);

const tabs = [
  ['host-a', 'Host A'],
  ['host-b', 'Host B'],
  ['viewer', 'Viewer'],
] as const;
type Tab = (typeof tabs)[number][0];

/** The whole page: two hosts and a viewer side by side, or one of them alone, as the URL says. */
@customElement('studio-app')
export class StudioApp extends LitElement {
  static override styles: CSSResult[] = [
    base,
    css`
      :host {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr);
        block-size: 100dvh;
        min-block-size: 520px;
        padding: max(10px, env(safe-area-inset-top)) max(16px, env(safe-area-inset-right))
          max(10px, env(safe-area-inset-bottom)) max(16px, env(safe-area-inset-left));
      }

      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
        padding-block-end: 12px;
      }

      h1 {
        display: flex;
        align-items: center;
        gap: 9px;
        margin: 0;
        font-size: 17px;
        font-weight: 800;
        letter-spacing: -0.02em;
      }

      h1 img {
        display: block;
        inline-size: 26px;
        block-size: 26px;
      }

      h1 span {
        color: var(--ink-soft);
        font-weight: 500;
      }

      .engine {
        color: var(--ink-soft);
        font-size: 13px;
      }

      .engine b {
        padding: 2px 9px;
        border: 1px solid var(--line);
        border-radius: 999px;
        color: var(--ink);
        font-weight: 600;
      }

      .tabs {
        display: none;
        grid-template-columns: repeat(3, 1fr);
        gap: 4px;
        inline-size: 100%;
        padding: 3px;
        border-radius: 999px;
        background: var(--button);
      }

      .tabs button {
        min-block-size: 38px;
        padding: 0;
        background: none;
        font-size: 14px;
      }

      .tabs button[aria-current='true'] {
        background: var(--tab);
        box-shadow: 0 1px 3px rgb(0 0 0 / 0.16);
      }

      .tabs i {
        inline-size: 9px;
        block-size: 9px;
        border-radius: 50%;
        background: var(--left);
      }

      main {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 28px;
        inline-size: 100%;
        max-inline-size: 1440px;
        min-block-size: 0;
        margin-inline: auto;
      }

      main > * {
        justify-self: center;
        inline-size: 100%;
        max-inline-size: 430px;
      }

      main.alone {
        grid-template-columns: minmax(0, 1fr);
      }

      .broken {
        align-self: center;
        text-align: center;
      }

      @media (max-width: 899px) {
        header:has(.tabs) .engine {
          margin-inline-start: auto;
        }

        .why {
          display: none;
        }

        .tabs {
          display: grid;
        }

        main {
          grid-template-columns: minmax(0, 1fr);
        }

        /* Hidden only: the other two panes go on. */
        main.tabbed > :not(.shown) {
          display: none;
        }
      }
    `,
  ];

  @state() private world: StudioWorld | null = null;
  @state() private shown: Tab = 'host-a';
  /** Panes with a question to answer. */
  @state() private asked: ReadonlySet<Tab> = new Set();
  readonly #address: Address = readAddress(location);

  override connectedCallback(): void {
    super.connectedCallback();
    void openWorld().then((world) => (this.world = world));
  }

  override render(): TemplateResult {
    const isStudio = this.#address.view === 'studio';
    return html`
      <header>
        <h1><img src="/icon.svg" alt="" /> live-battles <span>studio</span></h1>
        ${this.#renderEngine(isStudio)} ${isStudio ? this.#renderTabs() : nothing}
      </header>
      ${this.world ? this.#renderMain(this.world) : nothing}
    `;
  }

  #renderEngine(isStudio: boolean): TemplateResult {
    if (engineName === 'livekit') return html`<span class="engine" data-testid="engine"><b>LiveKit</b></span>`;
    const why = import.meta.env.VITE_WHY_LOCAL;
    const reach = isStudio
      ? html`<span class="why">runs inside this page, without any server. ${why ? `${why}.` : ''}</span>`
      : html`this page is a world of its own: <a href="/">the studio</a> has everybody side by side`;
    return html`<span class="engine" data-testid="engine"><b>Local engine</b> ${reach}</span>`;
  }

  /** Tabs, for screens with room for one pane only. */
  #renderTabs(): TemplateResult {
    return html`<nav class="tabs" aria-label="Whose screen">
      ${tabs.map(
        ([id, label]) =>
          html`<button
            aria-current=${id === this.shown ? 'true' : 'false'}
            data-testid="tab-${id}"
            @click=${() => (this.shown = id)}
          >
            ${label}
            ${this.asked.has(id) ? html`<i></i><span class="visually-hidden">is asked something</span>` : nothing}
          </button>`,
      )}
    </nav>`;
  }

  #renderMain(world: StudioWorld): TemplateResult {
    const address = this.#address;
    // On LiveKit the first host starts with the real camera. The second host starts with a portrait: both panes would
    // show the same person.
    const camera = engineName === 'livekit' ? 'device' : 'portrait';
    switch (address.view) {
      case 'broken':
        return html`<main class="alone">
          <p class="broken">${address.reason} <a href="/">To the studio</a></p>
        </main>`;
      case 'host':
        return html`<main class="alone">
          <host-pane id="host" alone .world=${world} .user=${address.user} camera=${camera}></host-pane>
        </main>`;
      case 'viewer':
        return html`<main class="alone">
          <viewer-pane id="viewer" alone .world=${world} .user=${address.user} .liveId=${address.liveId}></viewer-pane>
        </main>`;
      case 'studio':
        return html`<main class="tabbed">
          <host-pane
            id="host-a"
            class=${this.#ifShown('host-a')}
            .world=${world}
            .user=${ann}
            camera=${camera}
            @asked=${({ detail }: CustomEvent<boolean>) => this.#noteAsked('host-a', detail)}
          ></host-pane>
          <host-pane
            id="host-b"
            class=${this.#ifShown('host-b')}
            .world=${world}
            .user=${ben}
            @asked=${({ detail }: CustomEvent<boolean>) => this.#noteAsked('host-b', detail)}
          ></host-pane>
          <viewer-pane id="viewer" class=${this.#ifShown('viewer')} .world=${world} .user=${vic}></viewer-pane>
        </main>`;
    }
  }

  #noteAsked(id: Tab, isAsked: boolean): void {
    const others = [...this.asked].filter((other) => other !== id);
    this.asked = new Set(isAsked ? [...others, id] : others);
  }

  #ifShown(id: Tab): string {
    return id === this.shown ? 'shown' : '';
  }
}
