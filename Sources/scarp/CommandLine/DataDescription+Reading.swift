import Notebooks
import Records

extension DataDescription {
  /// What `dataset.yaml` in the data folder, or beside the notebook, says of the data.
  init(dataFolder: String, notebookFolder: String) {
    var folder = dataFolder
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    self.init(folder: FilePath.name(of: folder))
    let beside = (notebookFolder.isEmpty ? "." : notebookFolder) + "/dataset.yaml"
    guard
      let bytes = [dataFolder + "/dataset.yaml", beside].lazy.compactMap({
        // What a stranger's folder links to is not read.
        try? FilePath.bytes(of: $0, limit: 1 << 20, followsLinks: false)
      }).first, let file = DataSetFile(bytes)
    else { return }
    isDescribed = true
    title = file.title
    source = file.source
    licence = file.licence
    isSimulated = file.isSimulated
  }
}
