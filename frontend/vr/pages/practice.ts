/** The page on which somebody practises a scene: the engine is made in the modules beside this folder. */
export {};
