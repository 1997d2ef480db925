"""Where wire copy comes from: files, folders, standard input."""
