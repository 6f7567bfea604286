CodeSystem: Pencatatan
Id: pencatatan
Title: "Pencatatan kunjungan"
Description: "Siapa yang mencatat kunjungan dan apakah tenaga kesehatan sudah memeriksanya."
* insert Terbitan
* ^caseSensitive = true
* ^content = #complete
* #dicatat-kader "Dicatat kader" "Dicatat kader, belum diverifikasi tenaga kesehatan."
* #dicatat-nakes "Dicatat tenaga kesehatan" "Dicatat tenaga kesehatan, belum diverifikasi."
* #dicatat-sistem "Dicatat sistem" "Berasal dari sistem lain yang tidak menyebut pencatatnya, belum diverifikasi."
* #diverifikasi-nakes "Diverifikasi tenaga kesehatan" "Sudah diperiksa dan disetujui tenaga kesehatan."
