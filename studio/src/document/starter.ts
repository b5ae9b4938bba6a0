/** A video for whoever has none: short, without files, and with what is changed first. */
export const STARTER = `{
  "width": 1280,
  "height": 720,
  "scenes": [
    {
      "duration": 3,
      "background-color": "#1F2A5C",
      "elements": [
        { "type": "text", "text": "Hello", "settings": { "font-size": 120 } }
      ]
    },
    {
      "duration": 3,
      "background-color": "#B3402A",
      "elements": [
        { "type": "text", "text": "Change me", "settings": { "font-size": 120 } }
      ],
      "transition": { "duration": 0.5 }
    }
  ]
}
`;
