import { ProtocolError, ProtocolErrorCode, type Server } from '@modelcontextprotocol/server';

const MAKE_VIDEO = {
  name: 'make_video',
  title: 'Make a video from a script',
  description: 'Turns a script into a video with captions, step by step.',
  arguments: [
    { name: 'script', description: 'What is spoken, or what the video is about.', required: true },
    { name: 'format', description: 'Such as instagram-reel, youtube, or squared.' },
  ],
};

/** Longer scripts are files, not arguments. */
const MOST_CHARACTERS = 20_000;

/** Serves the prompt that people choose in their client. */
export function servePrompts(server: Server): void {
  server.setRequestHandler('prompts/list', () => ({ prompts: [MAKE_VIDEO] }));
  server.setRequestHandler('prompts/get', ({ params: { name, arguments: given = {} } }) => {
    if (name !== MAKE_VIDEO.name) throw invalid(`There is no prompt ${JSON.stringify(name)}.`);
    const { script = '', format = 'youtube' } = given;
    if (script === '' || script.length > MOST_CHARACTERS) {
      throw invalid(`Expected "script" to have 1 to ${MOST_CHARACTERS} characters.`);
    }
    const text = instructionsFor(script, format.slice(0, 100));
    return { messages: [{ role: 'user', content: { type: 'text', text } }] };
  });
}

function invalid(message: string): ProtocolError {
  return new ProtocolError(ProtocolErrorCode.InvalidParams, message);
}

function instructionsFor(script: string, format: string): string {
  return `Make a video with the VideoCraft tools. Use "resolution": ${JSON.stringify(format)}.
Divide the script into scenes of one idea each. Choose a caption style with list_styles. If there is a recording of the
script, use it as the audio and give the script as its "text"; otherwise, give the words with times, or show the lines
as text elements. Validate, look at stills of each scene, mend what is wrong, and only then render.

Script:
${script}`;
}
