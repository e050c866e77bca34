/** Packets a second, and changes in each. */
interface Rates {
  scores: number;
  levels: number;
  changes: number;
}

/** Each change comes alone: the hardest case. */
export const eachAlone: Rates = { scores: 1000, levels: 200, changes: 1 };

/** As the servers send: ten boards and twenty levels a second, each with the news of three users. */
export const asSent: Rates = { scores: 10, levels: 20, changes: 3 };
