ValueSet: CaraPersalinanVS
Id: cara-persalinan-vs
Title: "Cara persalinan"
Description: "Semua jawaban cara persalinan yang mempunyai kode nasional; yang lain ditulis dengan kata."
* insert Terbitan
* insert Inggris([["Answers: method of delivery"]])
* $sct#48782003 "Delivery normal"
* $sct#289259007 "Vaginal delivery"
