import { signal } from '../core/index.js';

/** All texts of the elements. A name in braces, as in `{name}`, is replaced by its value. */
export interface LiveStrings {
  idle: string;
  connecting: string;
  reconnecting: string;
  ended: string;
  kickedOut: string;
  tapForSound: string;
  stage: string;
  hostReconnecting: string;
  microphoneOff: string;
  cameraOff: string;
  inBackground: string;
  emptySeat: string;
  lockedSeat: string;
  scoreOf: string;
  sideScore: string;
  unknownScore: string;
  pointsHidden: string;
  timeLeft: string;
  startsIn: string;
  extraTime: string;
  extraTimeLeft: string;
  factor: string;
  factorFor: string;
  factorIn: string;
  target: string;
  targetWithoutPoints: string;
  targetTime: string;
  extension: string;
  highlight: string;
  penalty: string;
  penaltyLeft: string;
  battleOver: string;
  versus: string;
  win: string;
  lose: string;
  draw: string;
  rank: string;
  mvp: string;
  winStreak: string;
  contributorsOf: string;
  announceStart: string;
  announceExtraTime: string;
  announceFactor: string;
  announceFactorSoon: string;
  announceBoost: string;
  announceHide: string;
  announceExtension: string;
  announceTarget: string;
  announceHighlight: string;
  announceWin: string;
  announceDraw: string;
}

const english: LiveStrings = {
  idle: 'No live here yet',
  connecting: 'Connecting…',
  reconnecting: 'Connection lost. Reconnecting…',
  ended: 'This live has ended',
  kickedOut: 'You are no longer in this live',
  tapForSound: 'Tap for sound',
  stage: 'Live of {name}',
  hostReconnecting: 'Reconnecting…',
  microphoneOff: 'microphone off',
  cameraOff: 'camera off',
  inBackground: 'in the background',
  emptySeat: 'Free seat {number}',
  lockedSeat: 'Locked seat {number}',
  scoreOf: 'Battle score: {scores}',
  sideScore: '{name}: {score}',
  unknownScore: '?',
  pointsHidden: 'points hidden',
  timeLeft: 'Time left',
  startsIn: 'Battle starts in',
  extraTime: 'Extra time',
  extraTimeLeft: 'Extra time left',
  factor: '×{factor}',
  factorFor: '{seconds} s',
  factorIn: 'in {seconds} s',
  target: '{points} / {target} together',
  targetWithoutPoints: '{target} together',
  targetTime: '{seconds} s left',
  extension: '+{seconds} s',
  highlight: '+{points}',
  penalty: 'Penalty',
  penaltyLeft: 'Penalty time left',
  battleOver: 'Over',
  versus: 'VS',
  win: 'Win',
  lose: 'Lose',
  draw: 'Draw',
  rank: 'Rank {rank}',
  mvp: 'MVP',
  winStreak: '{count} wins in a row',
  contributorsOf: 'Top supporters of {name}',
  announceStart: 'Battle: {names}',
  announceExtraTime: 'Nobody is ahead: extra time',
  announceFactor: 'Points now count {factor} times',
  announceFactorSoon: 'Points will soon count {factor} times',
  announceBoost: 'Boost: points for {names} count {factor} times for {seconds} seconds',
  announceHide: 'The points of {names} are hidden for {seconds} seconds',
  announceExtension: 'The battle lasts {seconds} seconds longer',
  announceTarget: 'Target: {target} points together, then points count {factor} times',
  announceHighlight: '{name}: {points} points for {host}',
  announceWin: 'Battle over. Winner: {names}',
  announceDraw: 'Battle over. It is a draw',
};

const strings = signal(english);

/** Replaces some or all strings for the whole page. Elements that are already shown update. */
export function setStrings(some: Partial<LiveStrings>): void {
  strings.set({ ...strings.get(), ...some });
}

/** The current string with its values filled in. An element that renders it updates after `setStrings`. */
export function text(key: keyof LiveStrings, values?: Readonly<Record<string, string>>): string {
  const string = strings.get()[key];
  if (!values) return string;
  return string.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}
