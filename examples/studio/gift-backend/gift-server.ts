import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { InvalidGiftOrder, outcomeOf, parseGiftOrder } from '../gift-rules/gift-order.js';
import type { ScoreApi } from './score-api.js';

const longestBody = 4096;

type GiftApi = Pick<ScoreApi, 'addScore' | 'applyEffect'>;

/**
 * `POST /gifts`: turns a gift into points or an effect and posts it to the battle server. A real backend would charge
 * the sender here.
 */
export function createGiftServer(scoreApi: GiftApi): Server {
  return createServer((request, response) => {
    giveGift(request, scoreApi).then(
      ({ status, body }) => reply(response, status, body),
      (error: unknown) => {
        if (error instanceof Refusal) reply(response, error.status, { message: error.message });
        else reply(response, 502, { message: `the battle server did not answer: ${String(error)}` });
      },
    );
  });
}

class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

async function giveGift(request: IncomingMessage, scoreApi: GiftApi) {
  if (request.url !== '/gifts') throw new Refusal(404, 'there is only POST /gifts');
  if (request.method !== 'POST') throw new Refusal(405, 'POST a gift');
  // Pages of other sites cannot send this content type: the browser asks this server first, and it does not allow it.
  if (!request.headers['content-type']?.startsWith('application/json')) {
    throw new Refusal(415, 'content-type must be application/json');
  }
  const { battleId, outcome } = orderFrom(await bodyOf(request));
  const { status, body } =
    'effect' in outcome ? await scoreApi.applyEffect(battleId, outcome) : await scoreApi.addScore(battleId, outcome);
  return { status, body: status === 200 ? { ...outcome, ...(body as object) } : body };
}

function orderFrom(body: string) {
  try {
    const order = parseGiftOrder(JSON.parse(body));
    return { battleId: order.battleId, outcome: outcomeOf(order) };
  } catch (error) {
    if (error instanceof InvalidGiftOrder) throw new Refusal(400, error.message);
    throw new Refusal(400, 'the body must be JSON');
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) {
    body += chunk as string;
    if (body.length > longestBody) throw new Refusal(413, 'a gift is smaller than that');
  }
  return body;
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
