// Registers every element; `live-battles/define/<element>` registers one.
import './components/live-session/define.js';
import './components/live-core-view/define.js';
import './components/cohost-seat/define.js';
import './components/battle-boost/define.js';
import './components/battle-container/define.js';
import './components/battle-rank/define.js';
import './components/battle-score-bar/define.js';
