// The start page of LiveKit's React components, as their documentation has it, for a viewer of one room.
import '@livekit/components-styles';
import { GridLayout, ParticipantTile, RoomAudioRenderer, RoomContext, useTracks } from '@livekit/components-react';
import { Room, Track } from 'livekit-client';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

function Page() {
  const [room] = useState(() => new Room({ adaptiveStream: true, dynacast: true }));
  useEffect(() => {
    async function enter() {
      const { url, token } = await (await fetch('/room-token')).json();
      // The kit asks for no STUN server either.
      await room.connect(url, token, { rtcConfig: { iceServers: [] } });
    }
    void enter();
    return () => void room.disconnect();
  }, [room]);
  return (
    <RoomContext.Provider value={room}>
      <Stage />
      <RoomAudioRenderer />
    </RoomContext.Provider>
  );
}

function Stage() {
  const tracks = useTracks([{ source: Track.Source.Camera, withPlaceholder: true }], { onlySubscribed: false });
  return (
    <GridLayout tracks={tracks.filter(({ participant }) => !participant.isLocal)} style={{ height: '90vh' }}>
      <ParticipantTile />
    </GridLayout>
  );
}

createRoot(document.getElementById('root')).render(<Page />);
