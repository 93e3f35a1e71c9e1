import type { StoryItem } from "../../../src/core/story/index.ts";

const at = (hour: number): string => new Date(Date.UTC(2023, 4, 3, hour)).toISOString();

/** Three invented events as different papers tell them, and two that nobody else tells. */
export const REPORTS: readonly StoryItem[] = [
  {
    id: "bridge-1",
    title: "Nordhaven council votes to close swing bridge",
    publishedAt: at(6),
    text: `The harbour council of Nordhaven voted on Tuesday to close the old swing bridge for two years. The clerk said the vote was close, seven to six. "We have waited for this bridge for forty years, and we cannot wait for another accident," Mayor Ann Lund told reporters after the vote. Shopkeepers on the far side of the river fear for their trade. Ferries will carry people across the river from next month.`,
  },
  {
    id: "bridge-2",
    title: "Swing bridge in Nordhaven to shut for two years",
    publishedAt: at(8),
    text: `Nordhaven will lose its swing bridge for two years. Seven of thirteen members of the council backed the closure on Tuesday night, after an accident in March in which a cyclist was hurt. Mayor Ann Lund defended the decision. "It is a slow death for our side of the river," said shopkeeper Karim Aziz, whose shop depends on people who walk over the bridge. The council promises ferries twice an hour.`,
  },
  {
    id: "bridge-3",
    title: "Shopkeepers angry as Nordhaven shuts its bridge",
    publishedAt: at(11),
    text: `Shopkeepers in Nordhaven reacted with anger on Wednesday to the closure of the swing bridge, which the council had voted for a day before. Karim Aziz, who sells bread on the far side of the river, wants money from the town. Mayor Ann Lund said ferries would bring customers. The bridge was built in 1911.`,
  },
  {
    id: "grain-1",
    title: "Grain prices rise as drought hits Velia",
    publishedAt: at(7),
    text: `Grain prices rose by nine per cent on Tuesday after Velia, the largest exporter of wheat, said a drought had destroyed a third of its harvest. Traders had expected a good year. "There is no rain in the forecast for weeks," said the farm minister, Otto Brand. Bakers warned that bread would become dearer.`,
  },
  {
    id: "grain-2",
    title: "Velia drought pushes wheat to highest price in a decade",
    publishedAt: at(9),
    text: `Wheat has not cost so much in ten years. The drought in Velia has destroyed a third of the harvest, farm minister Otto Brand said on Tuesday, and exporters are cancelling their contracts. Prices of grain jumped nine per cent within hours. Millers and bakers in several countries are looking for wheat elsewhere.`,
  },
  {
    id: "cup-1",
    title: "Rovers win the cup on penalties",
    publishedAt: at(5),
    text: `Rovers have won the cup for the first time. The final against City went to penalties after a game without goals, and the goalkeeper, Lea Moss, stopped three of them. "I just guessed," she said. Forty thousand people saw the game in the rain.`,
  },
  {
    id: "cup-2",
    title: "Goalkeeper Moss the hero as Rovers take cup final",
    publishedAt: at(10),
    text: `Goalkeeper Lea Moss stopped three penalties and gave Rovers their first cup. The final against City had ended without a goal. City's coach complained about the pitch, which the rain had turned into a lake. Rovers will carry the cup through their town on Saturday.`,
  },
  {
    id: "museum",
    title: "Museum finds lost painting in its cellar",
    publishedAt: at(4),
    text: `A painting that was believed to be burnt has been found in the cellar of the museum in Aldburgh. It hung for years behind a cupboard. Restorers will clean it during the winter, and the public is going to see it next spring.`,
  },
  {
    id: "trains",
    title: "Night trains to return to the coast",
    publishedAt: at(3),
    text: `Night trains are going to run to the coast again, the railway announced on Monday. The last one left eleven years ago. Tickets will be sold from June, and the carriages are second hand.`,
  },
];
